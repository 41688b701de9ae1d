import "server-only";

let frozen: Date | null = null;

/** The present instant. Everything that asks for the time asks here, so that tests can hold the clock still. */
export function now(): Date {
  return frozen === null ? new Date() : new Date(frozen);
}

/** Today's date in UTC as `YYYY-MM-DD`: the day that a grant's last day is compared with. */
export function today(): string {
  return now().toISOString().slice(0, 10);
}

/** Holds the clock at an instant, or lets it go again with null. For tests only. */
export function holdClock(instant: Date | null): void {
  frozen = instant;
}
