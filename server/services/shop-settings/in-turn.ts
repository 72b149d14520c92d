/** Does one thing after the other: nobody looks while somebody else puts in force what he found. */
export function inTurn() {
  let working: Promise<void> = Promise.resolve();
  return (work: () => Promise<void>): Promise<void> => {
    const done = working.then(work);
    working = done.catch(() => undefined);
    return done;
  };
}
