import { beforeAll, describe, expect, it } from "vitest";
import * as grantActions from "@/lib/people/grants/actions";
import * as adminActions from "@/lib/people/partner-admins/actions";
import * as userActions from "@/lib/people/users/actions";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import { peopleActionLines } from "./access-walk-people";
import { everythingButTrail } from "./all-rows";
import { loadForTest } from "./statements";
import { walkAction } from "./walk-action";
import { prepareWalkers } from "./walking";
import { demoWorld } from "./world";

const actions: ReadonlyMap<string, ServerAction<unknown>> = new Map([
  ...Object.entries(grantActions).map(([name, action]) => [`lib/people/grants/actions.ts#${name}`, action] as const),
  ...Object.entries(adminActions).map(
    ([name, action]) => [`lib/people/partner-admins/actions.ts#${name}`, action] as const,
  ),
  ...Object.entries(userActions).map(([name, action]) => [`lib/people/users/actions.ts#${name}`, action] as const),
]);

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over people and roles", () => {
  it("has a line for every action that there is", () => {
    expect([...actions.keys()].filter((name) => !peopleActionLines.some(({ action }) => action === name))).toEqual([]);
  });

  it.each(peopleActionLines)(
    "$action on $about answers everybody as the table says, and changes nothing",
    async (line) => {
      const action = actions.get(line.action);
      if (action === undefined) throw new Error(`There is no ${line.action}.`);
      const before = await everythingButTrail();
      expect(await walkAction(action, line)).toEqual(line.outcomes);
      expect(await everythingButTrail()).toEqual(before);
    },
  );
});
