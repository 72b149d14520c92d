import type { Tracking } from '../../../api/order-steps';

/** As it is typed: nothing is an empty text. */
export type TypedTracking = Record<keyof Tracking, string>;

export const NO_TRACKING: TypedTracking = { carrier: '', trackingNumber: '', trackingUrl: '' };

export function typedTracking({ carrier, trackingNumber, trackingUrl }: Tracking): TypedTracking {
  return {
    carrier: carrier ?? '',
    trackingNumber: trackingNumber ?? '',
    trackingUrl: trackingUrl ?? '',
  };
}

export function trackingOf({ carrier, trackingNumber, trackingUrl }: TypedTracking): Tracking {
  return {
    carrier: carrier.trim() || null,
    trackingNumber: trackingNumber.trim() || null,
    trackingUrl: trackingUrl.trim() || null,
  };
}
