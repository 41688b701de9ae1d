import "server-only";

/** Milliseconds that a process gets to finish what it is doing before it is killed; whatever it waits for must end sooner. */
export const STOP_GRACE_MS = 10_000;
