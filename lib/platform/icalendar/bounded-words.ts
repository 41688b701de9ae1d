import "server-only";
import type { NoticeBook } from "./notice-book";
import { cutText } from "./plain-text";

/** Characters that the descriptions of all times of a calendar may have together: a series repeats its own with each time. */
const MOST_WORDS = 5_000_000;

/** The longest description that is kept of one event, from which the bound is looked for. */
const LONGEST = 10_000;

type Described = Readonly<{ title: string; description: string | null }>;

/**
 * The same events with their longest descriptions shortened, all to one length, where together they are too long; that is
 * noted once a description. The length goes down by halves, so that it is the same on the next day.
 */
export function boundWords<Event extends Described>(events: readonly Event[], book: NoticeBook): readonly Event[] {
  const length = lengthFor(events);
  if (length === LONGEST) return events;
  const shortened = new Map<string, string>();
  return events.map((event) => {
    const { title, description } = event;
    if (description === null || description.length <= length) return event;
    const known = shortened.get(description) ?? cutText(description, length);
    if (!shortened.has(description)) book.note("cut_text", title);
    shortened.set(description, known);
    return { ...event, description: known };
  });
}

function lengthFor(events: readonly Described[]): number {
  const sum = (most: number) => events.reduce((all, event) => all + Math.min(event.description?.length ?? 0, most), 0);
  let length = LONGEST;
  while (sum(length) > MOST_WORDS) length = Math.floor(length / 2);
  return length;
}
