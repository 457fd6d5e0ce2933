import { letters } from '../letter.ts'

export const goods = [
  letters('online shop', {
    service: `
      Ordered on the 3rd, still "in preparation", the birthday is on Saturday and I need to know if it \
        makes it
      Half my order turned up today, where's the other half
      your site let me pay for something that is sold out, just give me the money back please
      I put in the wrong house number, can you stop it before it goes out
      Checked out as a guest, would like the purchase moved to my customer account so I get the points
      The return label in the box is for another country, send me the right one
      You refunded the item but not the {m} delivery I paid for next-day
      Does the 20 percent code work together with the summer offer or only one of them?
      still nothing. three weeks. this is theft as far as I'm concerned
      Could a gift note go in with number {n}, and no prices on the slip?`,
    support: `
      Every time I add a second item the basket empties itself
      checkout page just refreshes when I press Pay now, tried Safari and Chrome
      Your website shows me in Polish and I can't switch it back
      Order {n}: I wanted to look at it but the order page says 'Oops something went wrong'
      can't attach photos to the return form, the upload bar stays at 0
      The search on your shop ignores filters, every size shows up
      App logs me out whenever I open my wish list
      The link in your confirmation e-mail leads to a 404`,
    both: `
      Order {n} came without the lid, please send one. And your app keeps logging me out so I can't even \
        see the order
      I want to send the lamp back, plus the returns page won't load in any browser
      The discount wasn't taken off so I'm owed {m}; the voucher box also greys out on my phone, you may \
        want to fix that`,
  }),
  letters('fashion', {
    service: `
      The boots rub terribly, can I swap them for a half size up
      Coat arrived with a pulled thread and the security tag still on it!!
      Is the linen shirt true to size? I'm between M and L
      wore it once, washed at 30 as the label says, and the seam went. I'd like my money back
      Do you still take back things bought in the sale
      Two of the same jumper in the parcel, I only paid for one, how do you want it returned`,
    support: `
      The size finder gets stuck after I enter my height
      Photos of the dresses don't load on the product page, just grey boxes
      Scanning the QR on the tag in the app does nothing at all
      Virtual fitting room turns my camera on and then freezes`,
    both: `
      Please exchange the trainers for a 42, and by the way the size guide on your site crashes my tablet
      Where's my refund for the two skirts, and why can I no longer sign in since you redesigned the site`,
  }),
  letters('furniture', {
    service: `
      The sofa was promised for week 14, now your driver says week 19. What are you going to do about it
      Delivery men scratched the hall floor carrying the wardrobe in and simply left
      A bag of screws is missing from the bed, could you post it
      we'd rather have the oak version, nothing has been made yet so please change the order
      Do your fitters take the old kitchen with them and what do you charge for that?
      Table top has a long crack under the foil, I want a new one not a discount`,
    support: `
      Recliner motor clicks but the footrest stays up
      The height-adjustable desk shows E01 and only goes down
      Which way round does the soft-close hinge go, the door slams since I fitted it
      The LED strip of the mirror cabinet flashes and goes dark after a minute
      kitchen planner on your website loses my design whenever I save`,
    both: `
      The desk's control box shows E08 and won't reset. Besides, you invoiced two desks and we got one
      One chair is missing from the set; the massage function of the armchair also cuts out after seconds`,
  }),
  letters('appliances', {
    service: `
      Nobody turned up on Tuesday between 8 and 12 although I took the day off. I expect a new date this week
      How much would the yearly service plan be for a washing machine that's four years old
      The fridge was delivered dented, I refused it, when do I get my {m} back
      You swapped my dryer under guarantee, please send the new guarantee certificate
      Can you take away the old cooker when you bring the new one
      Which of your hobs would suit a small flat, we have only one 16 A circuit`,
    support: `
      Washer stops mid cycle, door locked, display says F18
      Fridge runs constantly and everything at the back freezes
      oven trips the fuse as soon as it hits 180
      Coffee machine says 'fill tank' but the tank is full, cleaned the sensor twice
      How do I descale the steam iron, the light won't go off
      The hob's child lock is on and I can't get it off
      Tumble dryer squeaks and smells burnt`,
    both: `
      Dishwasher leaves water in the bottom and shows E15, and your repair man charged me {m} for a visit \
        that was under guarantee
      please reschedule Friday's delivery of the freezer; the old one I'm still using keeps beeping and \
        won't stop, what's that`,
  }),
  letters('cameras', {
    service: `
      Lens cap not in the box, serial {n}, please post one
      I'd like to trade in my old body, how much would you give me for it
      The cashback you advertised has not been paid, I sent the barcode in May
      my camera has been with your workshop for 7 weeks and nobody answers the phone
      Is the travel kit cheaper for schools`,
    support: `
      Pictures come out with a green stripe since firmware {v}
      Shutter fires but the card stays empty
      camera won't pair with my phone, bluetooth finds it and then says connection refused
      Autofocus hunts back and forth with the 50 mm, other lenses are fine
      How can I set the card slots so that one is a copy of the other
      The battery grip isn't recognised`,
    both: `
      You sent the body only although I paid for the kit, and the body itself locks up with Err 30
      I'd like a quote for servicing two cameras; also, how do I get video out over HDMI, I only see the \
        menu`,
  }),
  letters('phones', {
    service: `
      Pre-ordered the phone in black, you send blue, no thanks
      Would you buy back a phone with a cracked back?
      The insurance for my mobile was sold to me without asking, take it off my bill
      The spare charger in my basket was {m} yesterday and now it's more, will you honour it`,
    support: `
      Phone gets hot and shuts down at 40 percent
      eSIM won't activate, 'profile could not be installed'
      since the last update nobody can hear me on calls
      How do I move my chats to the new phone
      fingerprint not recognised any more
      Screen has a line down the middle since this morning, not dropped`,
    both: `
      The tablet reboots in a loop since Sunday, and you have charged me {m} for a case I never ordered
      Need an invoice in the company's name for the phones, and two of them can't find any network`,
  }),
  letters('cars', {
    service: `
      Your garage quoted 380 and billed 610, please explain every line
      I need the car in for its MOT and the winter wheels changed, Thursday any time
      Hire car was not there at the airport desk, we paid for a taxi and want it back
      What would the leasing come to per month over 48 months without deposit?
      The paint has a run on the left door, I noticed when collecting, and your salesman laughed at me
      When can I count on the delivery of my new car, the dealer gave three dates so far
      Please send a second set of registration papers, the first got lost in the post`,
    support: `
      The navigation is stuck on the logo since the map update
      Warning light on, car goes into limp mode above 90
      App says my car is offline although it's on the drive, can't precondition it
      Charging stops after 3 minutes with 'fault at station'
      How do I pair a second key
      parking sensors beep with nothing around
      The key isn't recognised, it says hold to start button`,
    both: `
      Boot won't open by remote any more, and I still haven't got the deposit of {m} back for the hire in June
      Please book me in for a service; also my connected-car login fails with error 1101 every time`,
  }),
  letters('bikes', {
    service: `
      My cargo bike was due in April. It's August
      do you rent e-bikes by the week and is insurance included
      Frame number on the papers differs from the one on the bike, please correct the papers
      I was sold last year's model at this year's price, I want the difference back`,
    support: `
      Motor cuts out uphill and display shows W107
      Gears jump on the two smallest cogs, how do I adjust that
      the e-bike display stays dark, battery has 4 lights
      GPS tracker in the frame hasn't reported a position since Monday
      App can't find the bike over bluetooth`,
    both: `
      The hub squeals and the assist switches itself off; also where is the second key that was on my order
      I'd like to return the child seat, and please tell me how to reset the lock code, I'm locked out of \
        my own bike`,
  }),
  letters('garden', {
    service: `
      Half the roses were dead on arrival, pictures attached, I'd like replacements in autumn
      Do you deliver gravel to a third floor... joking, to a driveway on a Saturday?
      the greenhouse was cheaper in your leaflet than online, which price is right`,
    support: `
      Robot mower drives in circles at the edge and then reports 'no loop signal'
      irrigation computer opens valve 2 by itself at night
      The chainsaw starts and dies as soon as I give it throttle
      How do I reset the PIN on the mower`,
    both: `
      Mower stuck at 'searching satellite', and the blades I ordered with it haven't come`,
  }),
  letters('games', {
    service: `
      my kid spent {m} on gems without asking me, please reverse it
      Bought the deluxe edition twice by accident, one should be refunded
      The collector's box came crushed
      I was banned from the tournament for no reason and your moderator was rude about it
      When will the board game be reprinted`,
    support: `
      Game crashes to desktop at the second boss, every time
      stuck on connecting to server, ping is fine
      controller drifts to the left in all menus
      Lost my save after the patch, 60 hours gone
      The bonus skin I paid for doesn't show up in game, restarted and verified files
      fps drops to 10 since {v} with ray tracing on`,
    both: `
      Season pass charged twice and on top of it the launcher won't start, error 0xc000007b
      Refund the add-on please, it isn't what you advertised. And how do I get my old saves over to the new \
        console`,
  }),
  letters('pharmacy', {
    service: `
      The cream in my parcel expires next month, that is not acceptable
      Can I collect a repeat prescription for my mother or does she have to come herself
      Wrong strength of tablets delivered, I need the right ones before the weekend
      Do you bill my health fund directly or do I pay first
      Is the nasal spray back in the shop on the High Street?`,
    support: `
      Blood pressure monitor shows Err 3 on every measurement
      The glucose meter's readings won't transfer to the app
      can't upload my prescription on your site, 'file type not supported' and it's a jpg
      thermometer stays on Lo`,
    both: `
      The inhaler chip doesn't sync with my phone; and please put last month's order on one invoice for my \
        insurer`,
  }),
]
