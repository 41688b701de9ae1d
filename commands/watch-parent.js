// Preloaded into each process that the supervisor starts. Its channel to the supervisor closes when that one ends in
// whatever way, kill -9 included; then nothing may linger, so the whole process group goes (each child leads its own).

process.once("disconnect", () => {
  try {
    process.kill(-process.pid, "SIGKILL");
  } catch {
    // A process that such a child has forked loads this file too, but leads no group: it ends with its leader's.
  }
});
// Listening must not keep a process alive that has finished its work.
process.channel?.unref();
