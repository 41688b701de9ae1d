/** The days of the week as they are written, in the order in which opening hours count them from 1. */
export const DAY_NAMES = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;
