import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { readTransaction } from "@/db/client";
import { getSession, requireSession } from "@/lib/platform/sign-in/session";
import { type Actor, loadActor } from "./load-actor";

/** Who acts in this request, with the grants as they are in the database now; null for nobody. Read once a request. */
export const getActor = cache(async (): Promise<Actor | null> => {
  const session = await getSession();
  if (session === null) {
    return null;
  }
  return readTransaction((tx) => loadActor(tx, { userId: session.userId }));
});

/** Who acts in this request; without a session the person leaves for the sign-in page and comes back afterwards. */
export async function requireActor(): Promise<Actor> {
  await requireSession();
  const actor = await getActor();
  return actor ?? redirect("/sign-in");
}
