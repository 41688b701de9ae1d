import { type Fact, Facts } from "@/components/patterns/facts";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { STRATEGY_WORDS, UNSEEN_PLACE_NAME } from "@/lib/places/calendars/constants";
import type { CalendarRecord } from "@/lib/places/calendars/queries";
import { partnerPath } from "@/lib/places/partners/constants";

/** What a calendar is: where it comes from, whose it is, where its events take place, and whom to ask. */
export function CalendarFacts({ calendar }: { calendar: CalendarRecord }) {
  return (
    <Card id="about" title="About">
      <Facts facts={factsOf(calendar)} narrow />
    </Card>
  );
}

function factsOf({ url, organiser, place, strategy, contact }: CalendarRecord): Fact[] {
  const { name, sentence } = STRATEGY_WORDS[strategy];
  return [
    { name: "Source", value: url === null ? "None" : <Source url={url} /> },
    { name: "Organiser", value: <TextLink href={partnerPath(organiser)}>{organiser.name}</TextLink> },
    {
      name: "Events take place",
      value: (
        <>
          {name}
          <span className="block text-sm text-ink-muted">{sentence}</span>
        </>
      ),
    },
    { name: "Default place", value: <Place place={place} /> },
    { name: "Contact", value: <ContactLines contact={contact} /> },
  ];
}

/** Only what a browser may open is a link: the value was typed by somebody and must not become a script. */
function Source({ url }: { url: string }) {
  if (!/^https?:\/\//i.test(url)) return <span className="wrap-anywhere">{url}</span>;
  return (
    <a
      href={url}
      rel="noreferrer noopener"
      className="wrap-anywhere text-accent underline underline-offset-2 hover:text-accent-strong"
    >
      {url}
    </a>
  );
}

function Place({ place }: Pick<CalendarRecord, "place">) {
  if (place === null) return "None";
  if (place === "unseen") return UNSEEN_PLACE_NAME;
  return <TextLink href={partnerPath(place)}>{place.name}</TextLink>;
}

function ContactLines({ contact: { name, phone, email } }: Pick<CalendarRecord, "contact">) {
  if (name === null && phone === null && email === null) return "None";
  return (
    <ul>
      {[name, phone].map((line) => line !== null && <li key={line}>{line}</li>)}
      {email !== null && (
        <li>
          <a href={`mailto:${email}`} className="wrap-anywhere text-accent underline underline-offset-2">
            {email}
          </a>
        </li>
      )}
    </ul>
  );
}
