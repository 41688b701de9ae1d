import "server-only";
import { v7 } from "uuid";

/** A new UUIDv7: unique, and ordered by the time it was made, so that indexes on it stay compact. */
export function newId(): string {
  return v7();
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whether the text is a UUID, so that it may be compared with a uuid column; anything else would make PostgreSQL raise an error. */
export function isUuid(text: string): boolean {
  return uuidPattern.test(text);
}
