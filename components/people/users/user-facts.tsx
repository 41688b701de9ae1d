import { type Fact, Facts } from "@/components/patterns/facts";
import { Day } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import type { PersonRecord } from "@/lib/people/users/queries";

/** Who the person is and how to reach them. */
export function UserFacts({ user }: { user: PersonRecord }) {
  return (
    <Card id="account" title="Account">
      <Facts facts={factsOf(user)} narrow />
    </Card>
  );
}

function factsOf({ email, phone, verified, createdAt }: PersonRecord): Fact[] {
  return [
    {
      name: "E-mail",
      value: (
        <a href={`mailto:${email}`} className="text-accent underline underline-offset-2 wrap-anywhere">
          {email}
        </a>
      ),
    },
    { name: "Telephone", value: phone },
    { name: "Address proven", value: verified ? "Yes, by signing in" : "Not yet: nobody has signed in with it" },
    { name: "Account since", value: <Day at={new Date(createdAt)} /> },
  ];
}
