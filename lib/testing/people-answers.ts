import "server-only";
import type { Acted } from "./partner-acts";
import { peopleWorld } from "./people-world";
import { loadForTest } from "./statements";

/** Those of the world of people whose accounts are in use, but for the second root. */
export const everybody = ["root", "area", "city", "pa", "own", "co", "lone", "both", "plain", "broken"] as const;

/** How each of everybody was answered: the code of a refusal, or `done`. Each finds the world of people as it was. */
export async function answersTo(work: (who: string) => Promise<Acted>): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const who of everybody) {
    const { to, refused } = await work(who);
    answers[who] = refused?.code ?? "done";
    if (to !== null) await loadForTest(peopleWorld, { reset: true });
  }
  return answers;
}

/** The answers to be expected where those named get these, and for everybody else nothing is there. */
export function answers(codes: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  const said = Object.entries(codes).flatMap(([code, people]) => people.map((who) => [who, code] as const));
  return Object.fromEntries(everybody.map((who) => [who, new Map(said).get(who) ?? "not_found"]));
}
