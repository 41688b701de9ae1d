import "server-only";
import { sql } from "drizzle-orm";
import { liftTimeLimits, type Transaction } from "@/db/client";
import { spellsOverlap } from "./duplicates";
import { exportQuery } from "./export-query";
import { HELD_LISTS, type HeldList, WEEKDAYS, WORLD_FORMAT } from "./schema";

/** Rows that are fetched at once: what an export holds in memory at any time. */
const FETCH_ROWS = 1_000;

/** What an export leaves out, in its own words. Source: design/WORLD_FORMAT.md. */
const OMITTED = [
  "sessions and sign-in links",
  "mail",
  "jobs",
  "audit history",
  "keys of other systems",
  "imported events",
  "files",
  "Welsh names of neighbourhoods",
  "ended grants",
  "who gave a grant, hid a partner or deactivated a person, and when",
];

type Row = { list: HeldList; key: string; item: Item };
type Item = Readonly<Record<string, unknown>>;

/**
 * The whole state as the text of a world file, piece by piece in bounded memory, as it stood at one instant. Loading it
 * into an empty portal and exporting again gives the same bytes.
 */
export async function* exportWorld(tx: Transaction): AsyncGenerator<string> {
  await liftTimeLimits(tx);
  yield `{\n"format": ${JSON.stringify(WORLD_FORMAT)},\n"omitted": ${JSON.stringify(OMITTED)}`;
  await tx.execute(sql`declare world_export no scroll cursor for ${exportQuery()}`);
  const writer = new ListWriter();
  for (;;) {
    const rows = await tx.execute<Row>(sql.raw(`fetch ${FETCH_ROWS} from world_export`));
    if (rows.length === 0) break;
    yield rows.map((row) => writer.row(row)).join("");
  }
  await tx.execute(sql`close world_export`);
  yield writer.end();
}

/** Opens and closes the lists, and remembers what the end of the file has to say. */
class ListWriter {
  private open: HeldList | null = null;
  private lastRole = "";
  private broken = false;

  row({ list, key, item }: Row): string {
    if (list === "roles") {
      if (key === this.lastRole) return "";
      this.lastRole = key;
    }
    this.broken ||= list === "partners" && breaksRules(item);
    const opening = list === this.open ? ",\n" : `${this.startOf(list)}`;
    this.open = list;
    return `${opening}${JSON.stringify(ENTRIES[list](item))}`;
  }

  /** Data that were loaded broken on purpose come back only with the rules relaxed again. */
  end(): string {
    const close = this.startOf(null);
    this.open = null;
    return this.broken ? `${close},\n"validate": "structure"\n}\n` : `${close}\n}\n`;
  }

  /** Closes the open list and opens the next; lists without entries in between are written empty. */
  private startOf(list: HeldList | null): string {
    const from = this.open === null ? 0 : HELD_LISTS.indexOf(this.open) + 1;
    const to = list === null ? HELD_LISTS.length : HELD_LISTS.indexOf(list);
    const close = this.open === null ? "" : "\n]";
    const empty = HELD_LISTS.slice(from, to).map((name) => `,\n"${name}": []`);
    return `${close}${empty.join("")}${list === null ? "" : `,\n"${list}": [\n`}`;
  }
}

const ENTRIES: Readonly<Record<HeldList, (item: Item) => Item>> = {
  users: (item) =>
    compact({
      ...item,
      deactivated: item.deactivated === true || null,
      verified: item.verified === true ? null : false,
    }),
  neighbourhoods: compact,
  tags: compact,
  partners: (item) => compact({ ...item, ...contacts(item), openingHours: openingHours(item) }),
  roles: (item) => {
    const { neighbourhoods, partnerships, ...rest } = item;
    const held = item.role === "partnership_admin" ? { neighbourhoods, partnerships } : {};
    return { ...compact({ ...rest, neighbourhoods }), ...held };
  },
};

/** Without what an optional field says by being absent: null, an empty list, an empty object. */
function compact(item: Item): Item {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([, value]) => !isEmpty(value))
      .map(([key, value]) => [key, inner(value)]),
  );
}

function inner(value: unknown): unknown {
  return isObject(value) ? compact(value) : value;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === undefined || (isObject(value) && Object.keys(value).length === 0);
}

function isObject(value: unknown): value is Item {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function contacts({ publicContact, internalContact }: Item): Item {
  const known = (contact: unknown) => (isObject(contact) ? compact(contact) : null);
  return { publicContact: known(publicContact), internalContact: known(internalContact) };
}

type Spell = Readonly<{ day: number; opens: string; closes: string }>;

function spellsOf({ openingHours }: Item): readonly Spell[] {
  return Array.isArray(openingHours) ? openingHours : [];
}

function openingHours(item: Item) {
  return spellsOf(item).map((spell) => ({ ...spell, day: WEEKDAYS[spell.day - 1] }));
}

function breaksRules(item: Item): boolean {
  const placed = item.address !== null || item.serviceAreas !== null;
  return !placed || spellsOverlap(spellsOf(item).map((spell) => ({ ...spell, day: String(spell.day) })));
}
