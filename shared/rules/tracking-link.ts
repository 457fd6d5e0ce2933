/** Pages where carriers say where a parcel is; `{}` is the tracking code. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^dhl\b/iu, 'https://www.dhl.com/global-en/home/tracking.html?tracking-id={}'],
  [/^ups\b/iu, 'https://www.ups.com/track?tracknum={}'],
  [/^dpd\b/iu, 'https://tracking.dpd.de/status/en_US/parcel/{}'],
  [/^gls\b/iu, 'https://gls-group.com/track/{}'],
  [/^fedex\b/iu, 'https://www.fedex.com/fedextrack/?trknbr={}'],
  [/^hermes\b|^evri\b/iu, 'https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation/#{}'],
  [/^correos\b/iu, 'https://www.correos.es/es/en/tools/tracker/items/details?tracking-number={}'],
  [/^(?:postnl|post ?nl)\b/iu, 'https://jouw.postnl.nl/track-and-trace/{}'],
  [/^royal mail\b/iu, 'https://www.royalmail.com/track-your-item#/tracking-results/{}'],
  [/^usps\b/iu, 'https://tools.usps.com/go/TrackConfirmAction?tLabels={}'],
]

/** Where the customer can follow a parcel; null for a carrier whose page is not known. */
export function trackingLink(carrier: string | null, code: string | null): string | null {
  const wanted = code?.trim() ?? ''
  if (wanted === '' || carrier === null) return null
  const page = PAGES.find(([name]) => name.test(carrier.trim()))?.[1]
  return page === undefined ? null : page.replace('{}', encodeURIComponent(wanted))
}
