import "server-only";
import type { Dice } from "./dice";
import type { RandomPartner } from "./shape-partner";

/** A calendar of a random world; `place` is the partner whose address is the default place. */
interface RandomCalendar {
  readonly id: string;
  readonly partner: string;
  readonly place: string | null;
  readonly strategy: "place" | "event" | "event_override" | "room_number" | "no_location" | "online_only";
}

/** An event of a random world: over, ending this very instant or still to come, withdrawn or not, hidden or not. Its id is a UUID, because events have no other. */
interface RandomEvent {
  readonly id: string;
  readonly calendar: string;
  readonly endsAt: string;
  readonly withdrawn: boolean;
  readonly hidden: boolean;
}

/** A site of a random world. */
interface RandomSite {
  readonly id: string;
  readonly neighbourhoods: readonly string[];
  readonly partnerships: readonly string[];
  readonly published: boolean;
}

/** A partner that was deleted, at an instant, and perhaps brought back and deleted again. */
interface RandomDeletion {
  readonly id: string;
  readonly deletedAt: string;
  readonly restored: boolean;
}

/** What a random world holds beside partners. */
export interface RandomContent {
  readonly calendars: readonly RandomCalendar[];
  readonly events: readonly RandomEvent[];
  readonly sites: readonly RandomSite[];
  readonly deletedPartners: readonly RandomDeletion[];
}

type Surroundings = Readonly<{
  corner: readonly string[];
  partners: readonly RandomPartner[];
  tags: readonly Readonly<{ id: string }>[];
}>;

const strategies = ["place", "event", "event_override", "room_number", "no_location", "online_only"] as const;
const endings = ["2030-06-15T11:59:59.000Z", "2030-06-15T12:00:00.000Z", "2030-07-01T19:00:00.000Z"];

/** The last instant of which a deletion can still be undone on the day of the worlds, and the one before it. */
const deletions = ["2030-06-14T12:00:00.000Z", "2030-05-16T12:00:00.000Z", "2030-05-16T11:59:59.000Z"];

/** Up to six calendars with up to three events each, one to three sites, up to two partners that were deleted. */
export function shapeContent(prefix: string, { corner, partners, tags }: Surroundings, dice: Dice): RandomContent {
  const partnerships = tags.slice(0, 3).map(({ id }) => id);
  const calendars = Array.from({ length: dice.between(0, 6) }, (_, index) => ({
    id: `${prefix}-calendar${index}`,
    partner: dice.pick(partners).id,
    place: dice.chance(50) ? dice.pick(partners).id : null,
    strategy: dice.pick(strategies),
  }));
  const events = calendars.flatMap(({ id }, index) =>
    Array.from({ length: dice.between(0, 3) }, (_, event) => ({
      id: eventId(prefix, index, event),
      calendar: id,
      endsAt: dice.chance(60) ? "2030-07-01T19:00:00.000Z" : dice.pick(endings),
      withdrawn: dice.chance(15),
      hidden: dice.chance(20),
    })),
  );
  const sites = Array.from({ length: dice.between(1, 3) }, (_, index) => ({
    id: `${prefix}-site${index}`,
    neighbourhoods: dice.some(corner, dice.chance(10) ? 0 : 1, 2),
    partnerships: dice.chance(50) ? [] : dice.some(partnerships, 1, 2),
    published: dice.chance(60),
  }));
  const deletedPartners = Array.from({ length: dice.between(0, 2) }, (_, index) => ({
    id: `${prefix}-deleted${index}`,
    deletedAt: dice.pick(deletions),
    restored: dice.chance(25),
  }));
  return { calendars, events, sites, deletedPartners };
}

function eventId(prefix: string, calendar: number, event: number): string {
  const world = prefix.replace(/\D/g, "").padStart(4, "0");
  return `00000000-0000-7000-8000-${world}${String(calendar).padStart(4, "0")}${String(event).padStart(4, "0")}`;
}
