import "server-only";
import type { Dice } from "./dice";
import type { WorldShape } from "./world-shape";

const fields = ["name", "summary", "website", "openingHours", "address", "slug", "colour"];

/**
 * A change to a partner of the world: mostly one or two parts, drawn from the places and tags that matter there, with
 * now and then something that does not exist, is there already, or is cleared. Nothing is both added and removed.
 */
export function partnerChange(world: WorldShape, dice: Dice): Record<string, unknown> | undefined {
  if (dice.chance(8)) {
    return undefined;
  }
  const change: Record<string, unknown> = {};
  const parts = dice.between(1, 2);
  for (let part = 0; part < parts; part += 1) {
    addPart(change, world, dice);
  }
  keepApart(change, "addNeighbourhoods", "removeNeighbourhoods");
  keepApart(change, "addTags", "removeTags");
  return change;
}

function keepApart(change: Record<string, unknown>, added: string, removed: string): void {
  const [adds, removes] = [change[added], change[removed]];
  if (Array.isArray(adds) && Array.isArray(removes)) {
    change[removed] = removes.filter((entry) => !adds.includes(entry));
  }
}

function addPart(change: Record<string, unknown>, world: WorldShape, dice: Dice): void {
  const kind = dice.between(1, 100);
  if (kind <= 12) {
    change.fields = dice.some(fields, 0, 2);
  } else if (kind <= 45) {
    changePlaces(change, world, dice);
  } else if (kind <= 60) {
    change.addressNeighbourhood = dice.chance(30) ? null : place(world, dice);
  } else {
    changeTags(change, world, dice);
  }
}

function changePlaces(change: Record<string, unknown>, world: WorldShape, dice: Dice): void {
  const [first, second] = [place(world, dice), place(world, dice)];
  const way = dice.between(1, 100);
  if (way <= 40) {
    change.addNeighbourhoods = dice.chance(10) ? [first, ""] : [first];
  } else if (way <= 80) {
    change.removeNeighbourhoods = dice.chance(30) ? [...world.corner] : [first];
  } else if (first !== second) {
    change.addNeighbourhoods = [first];
    change.removeNeighbourhoods = [second];
  }
}

function changeTags(change: Record<string, unknown>, world: WorldShape, dice: Dice): void {
  const [first, second] = [tag(world, dice), tag(world, dice)];
  const way = dice.between(1, 100);
  if (way <= 40) {
    change.addTags = [first];
  } else if (way <= 80) {
    change.removeTags = dice.chance(20) ? world.tags.slice(0, 3).map(({ id }) => id) : [first];
  } else if (first !== second) {
    change.addTags = [first];
    change.removeTags = [second];
  }
}

/** A proposed partner of the world: places and tags as in a change, possibly none at all. */
export function partnerProposal(world: WorldShape, dice: Dice): Record<string, unknown> {
  const most = dice.chance(70) ? 1 : 3;
  const address = dice.chance(60) ? { neighbourhood: place(world, dice) } : null;
  return {
    ...(address === null && dice.chance(50) ? {} : { address }),
    serviceAreas: dice.some(world.corner, 0, most),
    tags: [
      ...dice.some(world.tags.slice(0, 3), 0, most),
      ...dice.some(world.tags.slice(3), 0, dice.chance(10) ? 6 : 2),
    ].map(({ id }) => id),
  };
}

function place(world: WorldShape, dice: Dice): string {
  return dice.chance(2) ? "nowhere" : dice.pick(world.corner);
}

function tag(world: WorldShape, dice: Dice): string {
  if (dice.chance(2)) {
    return `${world.prefix}-none`;
  }
  return dice.pick(dice.chance(70) ? world.tags.slice(0, 3) : world.tags).id;
}
