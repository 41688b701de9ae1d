import { beforeAll, describe, expect, it } from "vitest";
import * as bulk from "@/lib/places/partner-bulk/actions";
import * as admins from "@/lib/places/partner-bulk-admins/actions";
import * as tags from "@/lib/places/tag-form/actions";
import { tagActionLines } from "./access-walk-tags";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

const actions = { ...tags, ...bulk, ...admins };

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over tags", () => {
  it("has a line for every action that there is", () => {
    const walked = tagActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(tagActionLines)("$action ($about) answers everybody as the table says, and changes nothing", async (line) => {
    const action = new Map(Object.entries(actions)).get(line.action.split("#")[1] ?? "");
    if (action === undefined) throw new Error(`There is no ${line.action}.`);
    const before = await everythingButTrail();
    expect(await walkAction(action, line)).toEqual(line.outcomes);
    expect(await everythingButTrail()).toEqual(before);
  });
});
