import { Banner } from "@/components/patterns/banner";
import { Day } from "@/components/patterns/instant";
import type { PersonRecord } from "@/lib/people/users/queries";

/** That an account is out of use, since when and by whom as far as the reader may know, and what that means. */
export function DeactivationNotice({
  deactivation: { at, by },
}: {
  deactivation: NonNullable<PersonRecord["deactivation"]>;
}) {
  return (
    <Banner
      tone="warning"
      title={
        <>
          Deactivated since <Day at={new Date(at)} />
          {by !== null && ` by ${by}`}
        </>
      }
    >
      <p>Nobody can sign in with this account, and its roles open nothing. Root can put it back into use.</p>
    </Banner>
  );
}
