import "server-only";
import type { FeedNotice } from "./constants";
import { cutText } from "./plain-text";

/** Notices of one reading, grouped by code. `example` is the first event that the notice was about. */
export type GroupedNotice = Readonly<{ code: FeedNotice; count: number; example: string }>;

/** Events that may be in the source although the reading did not give them: those of `uids`, or any where `anywhere`. */
export type UnreadEvents = Readonly<{ anywhere: boolean; uids: readonly string[] }>;

/** Characters of an example that are kept. */
const EXAMPLE_LENGTH = 100;

/** Takes notes while a calendar is read, and gives them grouped and counted. */
export class NoticeBook {
  readonly #notices = new Map<FeedNotice, { count: number; example: string }>();
  readonly #unread = new Set<string>();
  #anywhere = false;

  /** Notes something once more; `example` is an event's title, or whatever else shows what is meant. */
  note(code: FeedNotice, example = ""): void {
    const known = this.#notices.get(code);
    if (known === undefined) this.#notices.set(code, { count: 1, example: cutText(example, EXAMPLE_LENGTH) });
    else known.count += 1;
  }

  /** Remembers that an event, or some of its times, could not be read; null where it cannot be told which one. */
  leaveOut(uid: string | null): void {
    if (uid === null) this.#anywhere = true;
    else this.#unread.add(uid);
  }

  /** Everything noted, in the order in which it was met first. */
  list(): GroupedNotice[] {
    return [...this.#notices].map(([code, { count, example }]) => ({ code, count, example }));
  }

  /** Everything left out. */
  unread(): UnreadEvents {
    return { anywhere: this.#anywhere, uids: [...this.#unread] };
  }
}
