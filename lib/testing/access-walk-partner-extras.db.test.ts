import { beforeAll, describe, expect, it } from "vitest";
import * as images from "@/lib/places/partner-images/actions";
import * as restorations from "@/lib/places/partner-restorations/actions";
import { partnerExtraActionLines } from "./access-walk-partner-extras";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

const actions = { ...images, ...restorations };

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over pictures and deleted partners", () => {
  it("has a line for every action that there is", () => {
    const walked = partnerExtraActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(partnerExtraActionLines)(
    "$action ($about) answers everybody as the table says, and changes nothing",
    async (line) => {
      const action = new Map(Object.entries(actions)).get(line.action.split("#")[1] ?? "");
      if (action === undefined) throw new Error(`There is no ${line.action}.`);
      const before = await everythingButTrail();
      expect(await walkAction(action, line)).toEqual(line.outcomes);
      expect(await everythingButTrail()).toEqual(before);
    },
  );
});
