/** A count that can be held and goes on from where it was. */
export type Countdown = { run: () => void; hold: () => void };

/** Counts down once from so many milliseconds, beginning with the first `run`; calls `onEnd` when it comes to nothing. */
export function countdown(milliseconds: number, onEnd: () => void): Countdown {
  let left = milliseconds;
  let running: { timer: ReturnType<typeof setTimeout>; since: number } | null = null;
  return {
    run: () => {
      running ??= { timer: setTimeout(onEnd, left), since: performance.now() };
    },
    hold: () => {
      if (running === null) return;
      clearTimeout(running.timer);
      left = Math.max(0, left - (performance.now() - running.since));
      running = null;
    },
  };
}
