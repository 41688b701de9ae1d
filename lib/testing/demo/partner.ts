import "server-only";
import type { PartnerEntry } from "@/lib/world/schema";
import { type DemoPlace, demoCode } from "./places";
import type { DemoTag } from "./tags";

/** Where a demo partner is: ward (or wider), street, postcode. */
export type DemoAddress = readonly [place: DemoPlace, line1: string, postcode: string];

/** A demo partner as it is written down: what most of them have in order, the rest by name. */
export type DemoPartner = readonly [
  id: string,
  name: string,
  address: DemoAddress | null,
  tags: readonly DemoTag[],
  summary: string,
  more?: DemoExtra,
];

/** What only some partners have. `serves` are its service areas, `hours` spells such as `monday 09:00-17:00`. */
export type DemoExtra = Readonly<{
  serves?: readonly DemoPlace[];
  description?: string;
  accessibility?: string;
  phone?: string;
  contact?: string;
  website?: string;
  socials?: Readonly<Record<string, string>>;
  line2?: string;
  hours?: readonly string[];
  hidden?: string;
  slug?: string | null;
}>;

/** Demo partners of one town as entries of a world file. */
export function demoPartners(city: string, partners: readonly DemoPartner[]): PartnerEntry[] {
  return partners.map(([id, name, address, tags, summary, more = {}]) => ({
    id,
    name,
    summary,
    description: more.description,
    accessibility: more.accessibility,
    website: more.website,
    socials: more.socials === undefined ? undefined : { ...more.socials },
    publicContact: { phone: more.phone, email: `hello@${id}.example` },
    internalContact: more.contact === undefined ? undefined : { name: more.contact, email: `office@${id}.example` },
    address: address === null ? null : addressOf(address, city, more.line2),
    serviceAreas: (more.serves ?? []).map(demoCode),
    tags: [...tags],
    slug: more.slug === null ? undefined : (more.slug ?? id),
    openingHours: (more.hours ?? []).map(spell),
    hidden: more.hidden === undefined ? null : { reason: more.hidden },
  }));
}

function addressOf([place, line1, postcode]: DemoAddress, city: string, line2: string | undefined) {
  return { line1, line2, city, postcode, neighbourhood: demoCode(place) };
}

type Spell = NonNullable<PartnerEntry["openingHours"]>[number];

const DAYS: readonly Spell["day"][] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function spell(text: string): Spell {
  const [name, times = ""] = text.split(" ");
  const [opens = "", closes = ""] = times.split("-");
  const day = DAYS.find((weekday) => weekday === name);
  if (day === undefined) throw new Error(`The demo world has no day ${name}`);
  return { day, opens, closes };
}

/** The same opening on Monday to Friday. */
export function weekdays(times: string): string[] {
  return DAYS.slice(0, 5).map((day) => `${day} ${times}`);
}
