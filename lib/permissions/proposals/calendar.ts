import "server-only";
import { newId } from "../catalogue";
import type { CalendarFacts, PartnerFacts } from "../facts/attributes";
import type { KnownCalendar, Ledger } from "../facts/ledger";
import { calendarParts } from "../policies/calendar";
import {
  invalid,
  nothing,
  type Part,
  type Problem,
  type Proposal,
  type ProposalKind,
  type Proposed,
  plain,
  textOf,
  textsOf,
  unreachable,
} from "./proposal";

const fields: readonly string[] = ["name", "url", "strategy", "contact"];

/** The strategies that fall back on the default place, so that it cannot be taken away. Source: places.md section 7. */
const placed: readonly string[] = ["place", "room_number", "event_override"];

/** Questions about calendars: whose they are, before and after, and where their events take place. */
export const calendarProposals: ProposalKind = {
  want(asked, wanted) {
    if (asked.resourceId !== newId) {
      wanted.calendars.add(asked.resourceId);
    }
    const { partner, place } = proposedBy(asked);
    for (const key of [partner, place]) {
      if (typeof key === "string") {
        wanted.partners.add(key);
      }
    }
  },
  facts: (resourceId, ledger) => ledger.calendar(resourceId),
  propose(asked, ledger) {
    const record = ledger.calendar(asked.resourceId);
    if (record === undefined) {
      return creation(asked, ledger);
    }
    return asked.action === "update" ? edit(asked, record, ledger) : plain(asked.action, record);
  },
};

/** What is proposed, whether it came as the resource's own properties or as the action's. */
function proposedBy({ record, parameters }: Proposed): Readonly<Record<string, unknown>> {
  return { ...parameters, ...record };
}

function creation(asked: Proposed, ledger: Ledger): Proposal {
  const proposed = proposedBy(asked);
  const organiser = partnerOf(proposed.partner, ledger);
  const place = placeOf(proposed.place, ledger, null);
  const facts: CalendarFacts = { organiser, place };
  return {
    parts: [{ action: "create", facts, fallback: "outside_reach" }, ...(place === null ? [] : [placePart(facts)])],
    problems: [
      ...(proposed.partner === undefined ? [invalid("A calendar belongs to a partner.")] : unknownProblems(organiser)),
      ...unknownProblems(place),
    ],
    disappearing: nothing,
  };
}

function edit({ parameters }: Proposed, record: KnownCalendar, ledger: Ledger): Proposal {
  const organiser = parameters.partner === undefined ? record.organiser : partnerOf(parameters.partner, ledger);
  const place = placeOf(parameters.place, ledger, record.place);
  const after: CalendarFacts = { organiser, place };
  const moves = organiser.id !== record.organiser.id;
  // A place that stays is no change, whether the actor sees it or not.
  const goesTo = place !== null && place.id !== record.place?.id;
  const named = textsOf(parameters.fields);
  const unknown = named === null || (named?.some((field) => !fields.includes(field)) ?? false);
  return {
    parts: [
      { action: "update", facts: record, fallback: "no_grant" },
      ...(moves ? [{ action: calendarParts.organiser, facts: after, fallback: "outside_reach" as const }] : []),
      ...(goesTo ? [placePart(after)] : []),
    ],
    problems: [
      ...(unknown ? [invalid("There is no such field.")] : []),
      ...unknownProblems(organiser, place),
      ...losesPlace(record, place, named ?? []),
    ],
    disappearing: nothing,
  };
}

function placePart(facts: CalendarFacts): Part {
  return { action: calendarParts.place, facts, fallback: "outside_reach" };
}

/** The partner with this id; unreachable where there is none, and where it is no id at all. */
function partnerOf(value: unknown, ledger: Ledger): PartnerFacts {
  return ledger.partner(textOf(value) ?? "") ?? unreachable;
}

/** The default place after the change: as it is where nothing is said, none for null. */
function placeOf(value: unknown, ledger: Ledger, before: PartnerFacts | null): PartnerFacts | null {
  return value === undefined ? before : value === null ? null : partnerOf(value, ledger);
}

function unknownProblems(...named: readonly (PartnerFacts | null)[]): readonly Problem[] {
  return named.includes(unreachable) ? [invalid("There is no such partner.")] : [];
}

function losesPlace(before: KnownCalendar, after: PartnerFacts | null, named: readonly string[]): readonly Problem[] {
  const needed = placed.includes(before.strategy) && !named.includes("strategy");
  return before.place !== null && after === null && needed
    ? [invalid("This calendar's strategy needs a default place.")]
    : [];
}
