import { describe, expect, it } from "vitest";
import { describeError, Refusal, refusalSentences } from "./errors";

describe("what is written down about a fault", () => {
  it("leaves out the values of a failed statement, in the message, the stack and the causes", () => {
    const cause = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(amina@x.example)" });
    const error = Object.assign(
      new Error("Failed query: insert into users\nparams: amina@x.example,secret", { cause }),
      {
        params: ["secret"],
      },
    );
    const described = describeError(error);
    expect(described).toMatchObject({
      message: "Failed query: insert into users",
      cause: { message: "duplicate key", code: "23505" },
    });
    expect(described.stack).toContain("errors.test");
    expect(JSON.stringify(described)).not.toMatch(/secret|amina/);
  });

  it("says of a thrown value only what kind it is", () => {
    expect(describeError("secret")).toEqual({ name: "string", message: "thrown value is no error" });
  });
});

it("a refusal speaks the sentence of its code unless it has a better one", () => {
  expect(new Refusal("conflict").message).toBe(refusalSentences.conflict);
  expect(new Refusal("conflict", { message: "Amina changed it." }).message).toBe("Amina changed it.");
});
