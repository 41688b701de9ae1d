// Preloaded into each process that the supervisor starts. Its channel to the supervisor closes when that one ends in
// whatever way, kill -9 included; then nothing may linger, so the whole process group goes (each child leads its own).

if (leadsGroup()) {
  process.once("disconnect", () => {
    process.kill(-process.pid, "SIGKILL");
  });
}

/** What such a child forks loads this file too, with a channel to that child: it ends with the group, or as it is told. */
function leadsGroup() {
  try {
    process.kill(-process.pid, 0);
    return true;
  } catch {
    return false;
  }
}
