#!/usr/bin/env bash
# Everything a fresh Debian machine with the .NET SDK needs: installs what the tests use, builds, checks the content and
# the format, and runs every test.   ./test.sh [--fast]   (--fast leaves out installing and the format check)
set -euo pipefail
cd "$(dirname "$0")"

fast=0
[ "${1:-}" = "--fast" ] && fast=1

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE=false

step() { printf '\n== %s (%ss)\n' "$1" "$SECONDS"; }

if [ "$fast" = 0 ]; then
  step "Tools the tests use"
  missing=()
  command -v chromium >/dev/null || missing+=(chromium fonts-noto-color-emoji)
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || missing+=(postgresql)
  if [ "${#missing[@]}" -gt 0 ]; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo"
    $sudo apt-get update -q
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -y -q --no-install-recommends "${missing[@]}"
  fi
fi

step "Build"
dotnet build Sigap.sln -c Release

step "Content"
dotnet Sigap.Host/bin/Release/net10.0/Sigap.Host.dll check

if [ "$fast" = 0 ]; then
  step "Format"
  dotnet format Sigap.sln --verify-no-changes --no-restore
fi

step "Tests"
dotnet test Sigap.sln -c Release --no-build --logger "console;verbosity=minimal"
