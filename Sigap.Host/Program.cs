Console.WriteLine("Sigap");
