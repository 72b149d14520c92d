/** Lets one through at a time: who comes while another is under way is turned away, with null. */
export function oneAtATime() {
  let isUnderWay = false;
  return async <Result>(act: () => Promise<Result>): Promise<Result | null> => {
    if (isUnderWay) return null;
    isUnderWay = true;
    try {
      return await act();
    } finally {
      isUnderWay = false;
    }
  };
}
