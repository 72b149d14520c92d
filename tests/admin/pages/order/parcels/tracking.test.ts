import {
  NO_TRACKING,
  trackingOf,
  typedTracking,
} from '../../../../../admin/pages/order/parcels/tracking';

it('what was left empty is nothing, not an empty text', () => {
  expect(trackingOf(NO_TRACKING)).toEqual({
    carrier: null,
    trackingNumber: null,
    trackingUrl: null,
  });
  expect(trackingOf({ carrier: ' DHL ', trackingNumber: '  ', trackingUrl: '' })).toEqual({
    carrier: 'DHL',
    trackingNumber: null,
    trackingUrl: null,
  });
});

it('a form that is opened and saved changes nothing', () => {
  const tracking = { carrier: 'DHL', trackingNumber: null, trackingUrl: 'https://dhl.example/1' };
  expect(trackingOf(typedTracking(tracking))).toEqual(tracking);
});
