import { expect, test } from "vitest";
import { faultReport } from "./fault-report";

const SECRET = "amina@remit.example";

/** As Drizzle throws it, with everything that the server and the driver add. */
function refused(message: string, fields: { code: string; constraint_name?: string }): Error {
  const quoting = { detail: `Key (email)=(${SECRET}) already exists.`, where: `JSON data, line 1: ${SECRET}` };
  const driver = { name: "PostgresError", severity: "ERROR", query: `select '${SECRET}'`, parameters: [SECRET] };
  const cause = Object.assign(new Error(message), driver, quoting, fields);
  const [statement, params] = ["insert into users values ($1)", [SECRET, `x\n    at ${SECRET}`]];
  return Object.assign(new Error(`Failed query: ${statement}\nparams: ${params}`, { cause }), {
    query: statement,
    params,
  });
}

test.each([
  [
    refused("duplicate key value violates unique constraint", { code: "23505", constraint_name: "users_email_unique" }),
    "PostgresError: duplicate key value violates unique constraint (code 23505, constraint users_email_unique)",
  ],
  [
    refused(`invalid input syntax: "${SECRET}"`, { code: "22P02" }),
    "PostgresError: a value that it cannot take (code 22P02)",
  ],
])("a refused statement is shown with its text and code, and without any value of a row: %#", (fault, cause) => {
  const report = faultReport(new Error("Loading failed", { cause: fault }));
  expect(report).toContain("Error: Loading failed\n    at ");
  expect(report).toContain("Caused by: Failed query: insert into users values ($1)\n    at ");
  expect(report).toContain(`Caused by: ${cause}\n    at `);
  expect(report).not.toContain(SECRET);
});

test("any other fault is shown with its message, its place and its causes", () => {
  const report = faultReport(new TypeError("no such thing", { cause: "a text" }));
  expect(report).toMatch(/^TypeError: no such thing\n {4}at .*\nCaused by: a text$/s);
  expect(faultReport(undefined)).toBe("undefined");
});
