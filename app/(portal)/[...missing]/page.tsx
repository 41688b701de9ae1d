import "server-only";
import { MissingForStranger } from "@/components/patterns/refusal";
import { BarePage } from "@/components/shell/bare-page";
import { definePage } from "@/components/shell/define-page";
import { MissingPage } from "@/components/shell/refusal-page";
import { getSession } from "@/lib/platform/sign-in/session";

/** Every address that nothing else answers: inside the frame for whoever is signed in, and no more than that for others. */
export default definePage(async function UnknownPage() {
  if ((await getSession()) === null) {
    return (
      <BarePage>
        <MissingForStranger />
      </BarePage>
    );
  }
  return <MissingPage />;
});
