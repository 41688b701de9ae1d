import { EventTime } from "@/components/places/events/event-time";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { eventPath } from "@/lib/places/events/constants";
import { partnerPath } from "@/lib/places/partners/constants";
import type { ShownEvent, ShownPartner, SiteContent } from "@/lib/places/site-content/queries";
import { publicPartnerPath } from "@/lib/places/sites/constants";
import type { SiteRecord } from "@/lib/places/sites/queries";

/** What a site shows the public, or would: how much, and what comes first. Hidden partners and events are never among it. */
export function ShownCard({ site }: { site: SiteRecord }) {
  const { content, published } = site;
  return (
    <Card id="shown" title={published ? "What it shows" : "What it would show"}>
      <div className="grid gap-5">
        <p className="text-lg">
          {shownInWords(content)}
          {site.places.length === 0 && ", because it has no neighbourhood yet"}.
        </p>
        {content.firstPartners.length > 0 && <FirstPartners site={site} />}
        {content.firstEvents.length > 0 && <FirstEvents content={content} />}
      </div>
    </Card>
  );
}

/** How much a site shows: "34 partners and 2 coming events". */
export function shownInWords({ partners, events }: Pick<SiteContent, "partners" | "events">): string {
  const partnerWords = partners === 1 ? "1 partner" : `${count(partners)} partners`;
  const eventWords = events === 1 ? "1 coming event" : `${count(events)} coming events`;
  return `${partnerWords} and ${eventWords}`;
}

function count(number: number): string {
  return number === 0 ? "no" : number.toLocaleString("en-GB");
}

function FirstPartners({ site: { content, published, slug } }: { site: SiteRecord }) {
  const { firstPartners, partners } = content;
  return (
    <section aria-labelledby="shown-partners" className="grid gap-2">
      <h3 id="shown-partners" className="font-semibold">
        Partners
      </h3>
      <ul className="divide-y divide-line">
        {firstPartners.map((partner) => (
          <li key={partner.id} className="grid gap-0.5 py-2 first:pt-0">
            <span className="flex flex-wrap items-baseline gap-x-2">
              <PartnerName partner={partner} publicPath={published ? publicPartnerPath(slug, partner.id) : null} />
              <span className="text-sm text-ink-muted">{partner.places.join(", ")}</span>
            </span>
            {partner.summary !== null && <span className="text-ink-muted wrap-anywhere">{partner.summary}</span>}
          </li>
        ))}
      </ul>
      <More of={partners} shown={firstPartners.length} noun="partners" />
    </section>
  );
}

/** Its record for whoever may open that; for everybody else the page that the public sees, where there is one. */
function PartnerName({ partner, publicPath }: { partner: ShownPartner; publicPath: string | null }) {
  const href = partner.inSight ? partnerPath(partner) : publicPath;
  if (href === null) return <span className="font-medium wrap-anywhere">{partner.name}</span>;
  return (
    <TextLink href={href} className="inline-flex min-h-6 items-center wrap-anywhere">
      {partner.name}
    </TextLink>
  );
}

function FirstEvents({ content: { firstEvents, events } }: { content: SiteContent }) {
  return (
    <section aria-labelledby="shown-events" className="grid gap-2">
      <h3 id="shown-events" className="font-semibold">
        Coming events
      </h3>
      <ul className="divide-y divide-line">
        {firstEvents.map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ul>
      <More of={events} shown={firstEvents.length} noun="events" />
    </section>
  );
}

function EventLine({ event }: { event: ShownEvent }) {
  return (
    <li className="grid gap-0.5 py-2 first:pt-0">
      <TextLink href={eventPath(event)} className="inline-flex min-h-6 items-center wrap-anywhere">
        {event.title}
      </TextLink>
      <span className="text-sm text-ink-muted">
        <EventTime event={event} /> · {event.organiser}
      </span>
    </li>
  );
}

function More({ of, shown, noun }: { of: number; shown: number; noun: string }) {
  if (of <= shown) return null;
  return (
    <p className="text-sm text-ink-muted">
      And {(of - shown).toLocaleString("en-GB")} more {noun}.
    </p>
  );
}
