import { beforeAll, describe, expect, it } from "vitest";
import * as actions from "@/lib/places/events/actions";
import { eventActionLines } from "./access-walk-events";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over events", () => {
  it("has a line for every action that there is", () => {
    const walked = eventActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(eventActionLines)(
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
