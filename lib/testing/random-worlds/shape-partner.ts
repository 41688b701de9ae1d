import "server-only";
import type { Dice } from "./dice";

/** A partner of a random world; without an address and service areas it is one that lost its places. */
export interface RandomPartner {
  readonly id: string;
  readonly name: string;
  readonly address: Readonly<{ neighbourhood: string }> | null;
  readonly serviceAreas: readonly string[];
  readonly tags: readonly string[];
  readonly hidden: boolean;
}

/** A partner with an address or service areas in the corner (or none, one in twenty) and some of the tags, of which the first three are partnerships. */
export function shapePartner(
  id: string,
  tags: readonly string[],
  corner: readonly string[],
  dice: Dice,
): RandomPartner {
  const address = dice.chance(65) ? { neighbourhood: dice.pick(corner) } : null;
  const areas = dice.some(corner, address === null ? 1 : 0, 2);
  const serviceAreas = address !== null && dice.chance(15) ? [...new Set([...areas, address.neighbourhood])] : areas;
  const lost = dice.chance(5);
  return {
    id,
    name: `Partner ${id}`,
    address: lost ? null : address,
    serviceAreas: lost ? [] : serviceAreas,
    tags: [...dice.some(tags.slice(0, 3), 0, 2), ...dice.some(tags.slice(3), 0, 4)],
    hidden: dice.chance(10),
  };
}
