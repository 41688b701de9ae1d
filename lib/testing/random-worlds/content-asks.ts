import "server-only";
import type { OracleAsk } from "../oracle/judgement";
import type { Dice } from "./dice";
import type { WorldShape } from "./world-shape";

type Asked = Omit<OracleAsk, "actor">;
type Properties = Record<string, unknown>;

const seeing = ["view", "view_history", "view_access", "export"];
const calendarFields = ["name", "url", "strategy", "contact", "colour"];
const siteFields = ["name", "placeName", "tagline", "heroImage", "theme", "slug", "domain", "colour"];

/** A question about a calendar, an event or a site of the world, or one that does not exist; `within` are the partners that the actor sees. */
export function contentAsk(world: WorldShape, within: readonly string[], dice: Dice): Asked {
  const kind = dice.between(1, 100);
  if (kind <= 50) {
    return calendarAsk(world, within, dice);
  }
  return kind <= 70 ? eventAsk(world, dice) : siteAsk(world, dice);
}

function calendarAsk(world: WorldShape, within: readonly string[], dice: Dice): Asked {
  if (dice.chance(25)) {
    const partner = partnerId(world, within, dice);
    const place = dice.chance(50) ? {} : { place: dice.chance(20) ? null : partnerId(world, within, dice) };
    const properties = dice.chance(95) ? { partner, ...place } : place;
    return { action: "create", resource: { type: "calendar", id: "new", properties } };
  }
  const mine = world.calendars.filter(({ partner }) => within.includes(partner));
  const known = mine.length > 0 && dice.chance(80) ? mine : world.calendars;
  const id = known.length > 0 && dice.chance(95) ? dice.pick(known).id : `${world.prefix}-none`;
  const resource = { type: "calendar", id };
  if (dice.chance(30)) {
    return { action: dice.pick([...seeing, "import", "delete", "create", "paint"]), resource };
  }
  return { action: "update", resource, properties: calendarChange(world, within, dice) };
}

function calendarChange(world: WorldShape, within: readonly string[], dice: Dice): Properties {
  return {
    ...(dice.chance(30) ? { fields: dice.some(calendarFields, 0, 2) } : {}),
    ...(dice.chance(50) ? { partner: partnerId(world, within, dice) } : {}),
    ...(dice.chance(50) ? { place: dice.chance(30) ? null : partnerId(world, within, dice) } : {}),
  };
}

function eventAsk(world: WorldShape, dice: Dice): Asked {
  const unknown = "00000000-0000-7000-8000-ffffffffffff";
  const id = world.events.length > 0 && dice.chance(95) ? dice.pick(world.events).id : unknown;
  const action = dice.pick([...seeing, "hide", "hide", "unhide", "update"]);
  const reason = dice.pick(["Not for everybody", " ", 7]);
  return { action, resource: { type: "event", id }, ...(dice.chance(50) ? {} : { properties: { reason } }) };
}

function siteAsk(world: WorldShape, dice: Dice): Asked {
  if (dice.chance(15)) {
    const properties = dice.chance(20) ? {} : { neighbourhoods: places(world, dice), tags: tags(world, dice) };
    return { action: "create", resource: { type: "site", id: "new", properties } };
  }
  const id = dice.chance(95) ? dice.pick(world.sites).id : `${world.prefix}-none`;
  const resource = { type: "site", id };
  if (dice.chance(35)) {
    return { action: dice.pick([...seeing, "delete", "publish", "unpublish", "create", "paint"]), resource };
  }
  return { action: "update", resource, properties: siteChange(world, dice) };
}

function siteChange(world: WorldShape, dice: Dice): Properties {
  return {
    ...(dice.chance(40) ? { fields: dice.some(siteFields, 0, 2) } : {}),
    ...(dice.chance(30) ? { addNeighbourhoods: places(world, dice) } : {}),
    ...(dice.chance(30) ? { removeNeighbourhoods: places(world, dice) } : {}),
    ...(dice.chance(30) ? { addTags: tags(world, dice) } : {}),
    ...(dice.chance(30) ? { removeTags: tags(world, dice) } : {}),
  };
}

function partnerId(world: WorldShape, within: readonly string[], dice: Dice): unknown {
  if (dice.chance(4)) {
    return dice.pick([`${world.prefix}-none`, "", 7]);
  }
  return within.length > 0 && dice.chance(70) ? dice.pick(within) : dice.pick(world.partners).id;
}

function places(world: WorldShape, dice: Dice): unknown {
  const codes = dice.some(world.corner, 0, 2);
  return dice.chance(4) ? dice.pick<unknown>([[...codes, "nowhere"], [...codes, ""], "no list"]) : codes;
}

function tags({ tags: known, prefix }: WorldShape, dice: Dice): unknown {
  const ids = dice.some(dice.chance(80) ? known.slice(0, 3) : known, 0, 2).map(({ id }) => id);
  return dice.chance(4) ? dice.pick<unknown>([[...ids, `${prefix}-none`], [...ids, ""], "no list"]) : ids;
}
