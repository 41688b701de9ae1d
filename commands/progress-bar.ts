/** A bar on standard error that shows how far a long piece of work is; silent where nobody watches a terminal. */
export type ProgressBar = Readonly<{
  /** Draws the bar at so many of so many. */
  show: (done: number, total: number) => void;
  /** Takes the bar off the screen, so that results stand alone. */
  clear: () => void;
}>;

const WIDTH = 30;

/** Milliseconds between two drawings: a terminal over a slow line must not become the bottleneck. */
const REDRAW_MS = 100;

/**
 * A bar under the given label, such as `Loading [######----] 1,200 of 3,000`.
 * @param stream where it is drawn; tests pass their own.
 */
export function progressBar(
  label: string,
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr,
): ProgressBar {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  let drawnAt = 0;
  return {
    show: (done, total) => {
      const time = Date.now();
      if (time - drawnAt < REDRAW_MS && done < total) return;
      drawnAt = time;
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const filled = Math.round(share * WIDTH);
      const bar = `${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}`;
      stream.write(`\r\u001B[2K${label} [${bar}] ${count(done)} of ${count(total)}`);
    },
    clear: () => void stream.write("\r\u001B[2K"),
  };
}

/** A whole number as people read it: 12,345. */
export function count(value: number): string {
  return value.toLocaleString("en-GB");
}
