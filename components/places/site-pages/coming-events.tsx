import type { PublicEvent } from "@/lib/places/site-pages/queries";
import { publicPartnerPath } from "@/lib/places/sites/constants";
import { EventTime } from "../events/event-time";
import { OutsideLink } from "../events/linked-text";
import { eventDays } from "./event-days";
import { publicLinkClass } from "./site-frame";

type Props = {
  /** The site's public address, for the pages of organisers; null where the page is the organiser's. */
  slug: string | null;
  events: readonly PublicEvent[];
  /** How many come later than those. */
  later: number;
  now: Date;
  /** What is said where there is none. */
  none: string;
};

/** Coming events by day, each with when, where and whose. */
export function ComingEvents({ slug, events, later, now, none }: Props) {
  const days = eventDays(events, now);
  return (
    <section aria-labelledby="events" className="grid gap-4">
      <h2 id="events" className="text-xl font-semibold tracking-tight">
        Coming events
      </h2>
      {days.length === 0 && <p className="text-ink-muted">{none}</p>}
      {days.map(({ day, label, events: onDay }) => (
        <div key={day} className="grid gap-2">
          <h3 className="font-semibold text-ink-muted">
            <time dateTime={day}>{label}</time>
          </h3>
          <ul className="grid gap-3">
            {onDay.map((event) => (
              <EventEntry key={event.id} event={event} slug={slug} />
            ))}
          </ul>
        </div>
      ))}
      {later > 0 && (
        <p className="text-ink-muted">
          And {later.toLocaleString("en-GB")} {later === 1 ? "event" : "events"} later.
        </p>
      )}
    </section>
  );
}

function EventEntry({ event, slug }: { event: PublicEvent; slug: string | null }) {
  const { title, place, online, url, organiser, organiserId } = event;
  return (
    <li className="grid gap-0.5 rounded-lg border border-line bg-surface px-4 py-3 shadow-card">
      <p className="font-medium wrap-anywhere">{title}</p>
      <p>
        <EventTime event={event} />
      </p>
      <p className="text-ink-muted wrap-anywhere">
        {[place, online ? "online" : null].filter((part) => part !== null).join(", ") || "The place is not said."}
      </p>
      {slug !== null && (
        <p className="text-ink-muted">
          By{" "}
          <a href={publicPartnerPath(slug, organiserId)} className={publicLinkClass}>
            {organiser}
          </a>
        </p>
      )}
      {url !== null && (
        <p>
          <OutsideLink href={url} label={/^https?:\/\//i.test(url) ? `More about ${title}` : url} />
        </p>
      )}
    </li>
  );
}
