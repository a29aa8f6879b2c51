// The board of a hall: shows scenes as they come, rings when somebody is called, says when it has lost its line.

import { Chime } from "./chime.js";
import { Clock } from "./clock.js";
import { listen } from "./feed.js";
import { Hall } from "./hall.js";

const { office, offset, now, build, scene, live } = document.body.dataset;
const clock = new Clock(document.querySelector("#clock time"), Number(offset), Number(now));
const chime = new Chime(document.getElementById("sound"));
const hall = new Hall(document.getElementById("hall"), calls => chime.ring(calls));
const line = document.getElementById("line");
let heardAt = live === "true" ? Date.now() : null;

function lost() {
  line.querySelector("b").textContent = heardAt === null ? "" : `· data ${clock.at(heardAt)}`;
  line.hidden = false;
}

if (live !== "true") lost();

listen(office, scene, {
  scene: html => hall.show(html),
  beat: beat => {
    if (beat.build !== build) location.reload();
    clock.correct(beat.now);
    if (!beat.live) return lost();
    heardAt = Date.now();
    line.hidden = true;
  },
  lost,
});
