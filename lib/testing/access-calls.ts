import "server-only";
import { writeTransaction } from "@/db/client";
import { createApiKey } from "@/lib/platform/api-keys";
import { loadWorld } from "@/lib/world/load";
import { accessWorld } from "./access-world";

/** Who writes in tests: nobody in particular. */
export const system = { actorId: null, requestId: null };

/** The key of the caller in tests; made by `prepareAccess`. */
export const keys = { inspect: "" };

/** Loads the world of five partners and makes the key. */
export async function prepareAccess(): Promise<void> {
  await writeTransaction(system, async (tx) => {
    await loadWorld(tx, accessWorld);
    keys.inspect = (await createApiKey(tx, "calendar", "authz:inspect")) ?? "";
  });
}

/** An endpoint of the decision point. */
export type Handler = (request: Request) => Promise<Response>;

/** The endpoint's response to a body, sent as text where it is one, with the headers of a caller who may ask. */
export function send(handler: Handler, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return handler(
    new Request("http://portal.example/access/v1/x", {
      method: "POST",
      headers: { authorization: `Bearer ${keys.inspect}`, "content-type": "application/json", ...headers },
      body: typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body),
    }),
  );
}

/** A person of that world as a subject. */
export const person = (name: string) => ({ type: "user", id: `${name}@people.example` });

/** A partner as a resource. */
export const partner = (id: string) => ({ type: "partner", id });

/** A question about a partner of that world. */
export const asks = (who: string, action: string, id: string) => ({
  subject: person(who),
  action: { name: action },
  resource: partner(id),
});

/** A question whose answer is yes. */
export const question = asks("area", "view", "hulme-cafe");
