import { beforeAll, describe, expect, it } from "vitest";
import * as actions from "@/lib/places/neighbourhood-form/actions";
import { neighbourhoodActionLines } from "./access-walk-neighbourhoods";
import { everything } from "./all-rows";
import { inRequest } from "./request";
import { loadForTest } from "./statements";
import { type Outcome, type Walker, walkers } from "./walkers";
import { prepareWalkers, sessionOf } from "./walking";
import { demoWorld } from "./world";

const names = Object.keys(walkers) as Walker[];

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

/** What comes of `work` for everybody, each in a session of their own. */
async function walk(work: () => Promise<Outcome>): Promise<Partial<Record<Walker, Outcome>>> {
  const found: Partial<Record<Walker, Outcome>> = {};
  for (const walker of names) {
    const [name = "", token = ""] = (await sessionOf(walker)).cookie.split("=");
    const { result, redirectedTo } = await inRequest({ cookies: name === "" ? {} : { [name]: token } }, work);
    found[walker] = redirectedTo?.startsWith("/sign-in") ? "to /sign-in" : (result ?? "done");
  }
  return found;
}

describe("the walk over the tree", () => {
  it("has a line for every action that there is", () => {
    const walked = neighbourhoodActionLines.map(({ action }) => action.split("#")[1]);
    expect(Object.keys(actions).filter((name) => !walked.includes(name))).toEqual([]);
  });

  it.each(neighbourhoodActionLines)(
    "$action ($about) answers everybody as the table says, and changes nothing",
    async ({ action, input, outcomes }) => {
      const run = new Map(Object.entries(actions)).get(action.split("#")[1] ?? "");
      if (run === undefined) throw new Error(`There is no ${action}.`);
      const sent = input({ ownSession: "", othersSession: "", versions: {} });
      const before = await placesAndTrail();
      const posted = async (): Promise<Outcome> => {
        const result = await run(null, sent);
        return result.ok ? "done" : result.code;
      };
      expect(await walk(posted)).toEqual(outcomes);
      expect(await placesAndTrail()).toEqual(before);
    },
  );
});

/** Every row of every table but those into which the walk's own signing in goes. */
async function placesAndTrail(): Promise<unknown[]> {
  const tables = (await everything()) as [string, ...unknown[]][];
  return tables.filter(([name]) => !["audit_events", "sessions"].includes(name));
}
