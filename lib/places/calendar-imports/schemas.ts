import type { FeedNotice } from "@/lib/platform/icalendar/constants";

/** A notice as it stands on a calendar's row, or comes with a preview. */
export type ImportNotice = Readonly<{ code: string; count: number; example: string }>;

type Words = Readonly<{ one: string; more: (count: string) => string }>;

const NOTICES: Readonly<Record<FeedNotice, Words>> = {
  doubtful_encoding: all("Some letters may be wrong: the file is not in the encoding that it claims."),
  unreadable_event: {
    one: "An event could not be read and was left out.",
    more: (count) => `${count} events could not be read and were left out.`,
  },
  missing_uid: {
    one: "An event has no identifier; if its title or time changes, it counts as another event.",
    more: (count) => `${count} events have no identifier; if their title or time changes, they count as other events.`,
  },
  missing_title: { one: "An event has no title.", more: (count) => `${count} events have no title.` },
  ends_before_start: {
    one: "An event ends before it begins; its end was ignored.",
    more: (count) => `${count} events end before they begin; their ends were ignored.`,
  },
  unknown_zone: {
    one: "A time is in a time zone that we do not know; London’s was taken.",
    more: (count) => `${count} times are in a time zone that we do not know; London’s was taken.`,
  },
  unreadable_repeats: {
    one: "How an event repeats could not be read; only its first time was taken.",
    more: (count) => `How ${count} events repeat could not be read; only their first times were taken.`,
  },
  too_many_repeats: {
    one: "An event repeats too often; only a part of its times was taken.",
    more: (count) => `${count} events repeat too often; only a part of their times was taken.`,
  },
  too_many_events: all("The calendar holds too many events; only a part of them was taken."),
  duplicate: {
    one: "An event is there twice; its latest version was taken.",
    more: (count) => `${count} events are there more than once; their latest versions were taken.`,
  },
  this_and_following: {
    one: "A change to an event and all that follow was taken for that one time only.",
    more: (count) => `${count} changes to an event and all that follow were taken for single times only.`,
  },
  private_event: {
    one: "An event is marked as private and was left out.",
    more: (count) => `${count} events are marked as private and were left out.`,
  },
  cut_text: {
    one: "A description was too long and was shortened.",
    more: (count) => `${count} descriptions were too long and were shortened.`,
  },
  no_events: all("The calendar holds no events."),
};

/** A notice in a plain sentence with its count, and an example where there is one. Codes of other versions are told in general words. */
export function noticeInWords({ code, count, example }: ImportNotice): string {
  const known: Readonly<Record<string, Words>> = NOTICES;
  const words = Object.hasOwn(NOTICES, code) ? known[code] : undefined;
  if (words === undefined) return "Something about the calendar was unusual.";
  const sentence = count === 1 ? words.one : words.more(new Intl.NumberFormat("en-GB").format(count));
  return example === "" ? sentence : `${sentence} For example: ${example}`;
}

function all(sentence: string): Words {
  return { one: sentence, more: () => sentence };
}
