import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { readOpened, type TreePlace, treeHref } from "@/lib/places/neighbourhood-tree/schemas";
import { requestBranch } from "./branch-request";
import { type Below, innermost, placesInWords, withBranch, withoutBranch } from "./branches";

/** What the server sent. `asked`: the codes that the address named which it answered, null for none at all. */
type Start = {
  asked: readonly string[] | null;
  below: readonly { code: string; places: readonly TreePlace[] }[];
};

/**
 * A tree that grows as it is opened: what is open, what lies in each place as far as it is known, and what could not be
 * brought. What is open also stands in the address, so that a reload, a link and the way back show the same tree.
 * @param start the tree as the server sent it.
 */
export function useBranches(start: Start) {
  useAnswerToAddress(start.asked);
  const [below, setBelow] = useState<Below>(() => new Map(start.below.map(({ code, places }) => [code, places])));
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(below.keys()));
  const [faults, setFaults] = useState<ReadonlyMap<string, string>>(new Map());
  const [said, setSaid] = useState("");
  const asked = useRef(new Set<string>());
  const address = treeHref(innermost(below, opened));
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) window.history.replaceState(null, "", address);
  }, [address]);

  const load = async ({ code, name }: TreePlace) => {
    if (asked.current.has(code)) return;
    asked.current.add(code);
    setFaults((known) => new Map([...known].filter(([one]) => one !== code)));
    setSaid(`Opening ${name}.`);
    const answer = await requestBranch(code);
    asked.current.delete(code);
    if ("fault" in answer) {
      setFaults((known) => new Map([...known, [code, answer.fault]]));
      setSaid(answer.fault);
    } else {
      setBelow((known) => new Map([...known, [code, answer.places]]));
      setSaid(`${name} holds ${placesInWords(answer.places.length)}.`);
    }
  };
  const toggle = (place: TreePlace, open: boolean) => {
    moved.current = true;
    setOpened(open ? withBranch(opened, place.code) : withoutBranch(below, opened, place.code));
    if (open && !below.has(place.code)) void load(place);
  };
  return { below, opened, faults, said, toggle, load };
}

/**
 * Asks the server anew where the tree is not the one that the address asks for: on the way back a browser shows a page as
 * it was first sent, under the address that it was left with.
 */
function useAnswerToAddress(asked: Start["asked"]): void {
  const router = useRouter();
  useEffect(() => {
    const open = new URLSearchParams(window.location.search).getAll("open");
    const wanted = readOpened(open.length === 0 ? {} : { open });
    if (JSON.stringify(wanted) !== JSON.stringify(asked)) router.refresh();
  }, [asked, router]);
}
