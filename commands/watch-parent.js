// Preloaded into each process that the supervisor starts. Its channel to the supervisor closes when that one ends in
// whatever way, kill -9 included; then nothing may linger, so the whole process group goes (each child leads its own).

process.once("disconnect", () => {
  process.kill(-process.pid, "SIGKILL");
});
