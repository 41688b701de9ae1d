import { beforeAll, describe, expect, it } from "vitest";
import * as admins from "@/lib/people/site-admins/actions";
import * as publications from "@/lib/places/site-publications/actions";
import * as sites from "@/lib/places/sites/actions";
import { siteActionLines } from "./access-walk-sites";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

const actions = { ...sites, ...publications, ...admins };

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over sites", () => {
  it("has a line for every action that there is", () => {
    const walked = siteActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(siteActionLines)(
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
