/** Why a text cannot be read as a calendar at all. */
export type FeedFailure = "empty" | "html" | "not_calendar" | "truncated";

/** What a calendar may hold that reading can cope with, and that its keeper should know of. */
export const FEED_NOTICES = [
  "doubtful_encoding",
  "unreadable_event",
  "missing_uid",
  "missing_title",
  "ends_before_start",
  "unknown_zone",
  "unreadable_repeats",
  "too_many_repeats",
  "too_many_events",
  "duplicate",
  "this_and_following",
  "private_event",
  "cut_text",
  "no_events",
] as const;

/** The code of one kind of notice. */
export type FeedNotice = (typeof FEED_NOTICES)[number];

/** The time zone of whatever says nothing else. */
export const HOME_ZONE = "Europe/London";
