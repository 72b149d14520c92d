const REAL_TIMERS = [
  ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask'] as const),
  ...(['setImmediate', 'clearImmediate', 'setInterval', 'clearInterval'] as const),
  ...(['setTimeout', 'clearTimeout'] as const),
];

/** The time of day stands still until somebody moves it; timers run on, or no database would answer. */
export function stopTheClock(at: Date) {
  jest.useFakeTimers({ now: at, doNotFake: REAL_TIMERS });
  return {
    now: () => new Date(),
    move: (milliseconds: number) => {
      jest.setSystemTime(Date.now() + milliseconds);
    },
    letGo: () => {
      jest.useRealTimers();
    },
  };
}
