import { letters } from '../letter.ts'

export const services = [
  letters('bank', {
    service: `
      There's a payment of {m} to somebody I've never heard of, I want it looked into and returned
      Standing order to my landlord should be 50 more from March please
      What is the interest if I fix ten thousand for two years
      I've moved house and my statements still go to the old flat
      Closing the joint account after the divorce, what papers do you need from both of us
      The clerk in your branch told me there was no fee, now there is one. Nice.
      my mortgage rate runs out in autumn, whom do I talk to about an extension
      Please issue a tax certificate for last year`,
    support: `
      The banking app shows a white screen after I type my code
      How do I set up your app on a new phone when the old one is broken
      Confirmation push never arrives so I can't approve anything
      I changed my mobile, how do I register it for TANs
      face recognition stopped working in the app since the update
      card reader at home says CARD ERROR 4
      How can I turn on notifications for payments in the app
      contactless stopped, chip works, tried three shops
      The pdf of my statement opens empty`,
    both: `
      I was charged {m} overdraft although I had arranged a limit, and I cannot check anything as the app \
        throws me out at login
      Please send a new card to my new address, and tell me how to activate the app on the second phone, \
        the code it wants never comes`,
  }),
  letters('insurance', {
    service: `
      Hail damage on the 12th, photos and estimate attached, how do we proceed
      I sold the car on Monday, please end the policy and repay the rest
      Premium went up by a third without a word of explanation
      my claim {n} was refused because of a form nobody ever sent me. I object
      Could I include my partner in the household cover from next month?
      Need proof of cover for Spain by tomorrow`,
    support: `
      The claims form online jumps back to page one when I add a picture
      Your portal says my date of birth doesn't match, so no registration
      The driving box in my car has a red light and sends no trips
      pdf of my policy won't open, file damaged`,
    both: `
      I'd like to cancel the bike policy, and the telematics app has drained my phone since Thursday, \
        what's wrong with it
      Still waiting for the {m} from the water damage. And every document I upload in the portal ends in \
        'error 413'`,
  }),
  letters('airline', {
    service: `
      Flight moved by six hours, we miss our connection, please rebook us
      suitcase arrived with the handle ripped off, who pays for this
      They made us pay 60 each for bags that fit in the sizer
      I need an invoice showing VAT for booking {n}
      Can my daughter of 11 fly alone and what does the escort cost
      Four hours late in Porto and not even water. What compensation are we owed`,
    support: `
      online check-in says 'passenger not found' though I see the booking in my account
      Boarding pass won't load into the wallet
      The seat map is blank in your app
      can't enter my passport number, the field accepts only 8 characters
      Inflight wifi page kept looping after I'd paid`,
    both: `
      Please refund the flight you cancelled, and fix the miles login, it has rejected my password since \
        the weekend
      I need a wheelchair added to my booking; the web page crashes whenever I click special assistance`,
  }),
  letters('rail', {
    service: `
      Train cancelled, next one full, arrived 3 hours late. I claim half the fare
      I was fined although I had a ticket, the inspector did not even look
      Is there a youth card for 24 year olds, what does it cost
      left my grey rucksack on the 17:04 to Leeds
      Seat reservations paid and then a different carriage came, refund those`,
    support: `
      The machine in Hull took my card, hung, and shows maintenance since
      ticket QR is blurred in the app, gates won't open
      App forgets my railcard after each restart
      How do I get my season ticket onto a new phone`,
    both: `
      Delay of two hours on Friday so please pay out, and your claims page returns a blank form on every \
        device`,
  }),
  letters('hotel', {
    service: `
      We'd like a cot and a quiet room away from the lift, arriving around 11 pm
      The minibar was charged, we never opened it
      Can we keep the room till 3 on Sunday, and how much extra is it
      cockroach in the bathroom, reception shrugged. I'm posting this everywhere unless I hear from you
      Booked for June by mistake, meant July, please move it
      What do you charge for a seminar room with lunch for 25 people?`,
    support: `
      key card doesn't open room 214 any more, third time today
      TV shows no signal on every channel
      the guest wifi asks for a code that isn't accepted
      Safe won't open with our code and flashes
      Air conditioning in 305 blows warm and displays E5`,
    both: `
      The shower screen tablet is dead and the lights won't switch off, and please take breakfast off our \
        bill, we had none
      Aircon is broken in 118; we also want one night refunded because the pool was shut`,
  }),
  letters('restaurant', {
    service: `
      Table for six on Friday, one vegan and one in a wheelchair
      Food came cold after 90 minutes and the drinks never
      Do you cater for 60 people, buffet, second Saturday in May, and what per head
      I left a scarf under the bench by the window
      The bill has a bottle of wine on it we didn't have`,
    support: `
      The booking widget on your website doesn't show any times
      ordering app: address can't be saved, it says outside area though I live next door
      Kitchen screen stopped getting orders from the till at noon
      Table tablets freeze when guests split the bill`,
    both: `
      We were charged for two menus too many on Saturday, and your voucher code reader online never accepts \
        a valid code`,
  }),
  letters('parcel', {
    service: `
      Tracking says delivered to a neighbour. I don't have neighbours
      Driver threw it over the gate, contents smashed, who do I claim from
      Please hold my parcel at the depot until the 20th
      How much is a 12 kg box to Norway, insured for 500
      pickup was booked for 10, it's 6 pm and nobody came
      customs wants {m} for a present, why`,
    support: `
      Locker 14 doesn't open, code accepted, door stays shut
      the label from your site prints on half a page only
      Your tracking page crashes on my ipad
      Our shop plugin gets 'invalid token' from your interface since last night
      Scanner gun doesn't read your new codes`,
    both: `
      Parcel {n} is lost, I want my {m} back, and the claim form won't submit, nothing happens after the \
        captcha
      Please change Monday's collection to Tuesday. Also the label printer you gave us prints blank labels`,
  }),
  letters('clinic', {
    service: `
      I have to move Thursday 9.20 to any afternoon
      You billed me for an X-ray I never had
      I'd like a copy of all my records, I'm moving to Bristol
      Is Dr on duty at Christmas, and do you take new patients
      The receptionist shouted my diagnosis across the waiting room
      Please send the sick note to my employer, they have not got it`,
    support: `
      Video consultation: I can see the doctor but there's no sound
      The booking page shows no free slots in any month, even empty calendar for 2027
      hearing aid app can't find my left one
      Patient portal wants a second code and doesn't send it
      How do I install the health app on a tablet without Google`,
    both: `
      I'd like my next appointment earlier; and my step counter no longer transfers to your health portal \
        since Tuesday
      Please correct my insurance number, the bill went to the wrong place. The e-prescription in the app \
        also gives error 12`,
  }),
  letters('lab', {
    service: `
      When can I expect the results of the blood test from the 4th
      Your courier didn't collect the samples, they're no use now
      Please quote for 200 water analyses a year
      The report has the wrong patient name, we need it reissued`,
    support: `
      Analyser stops with 'cuvette jam' at start
      results are no longer transmitted to our practice software
      Centrifuge shows imbalance although loaded evenly
      How to calibrate the pH probe, it reads 5.1 in buffer 7`,
    both: `
      The order form interface rejects all our requests with code 22, and last month's statement lists \
        tests we did not order`,
  }),
  letters('town hall', {
    service: `
      I've had two parking tickets for the same day, one must be wrong
      Which papers for a new passport for a baby, and how long does it take
      Bins not emptied for three weeks in Mill Lane
      I would like to register a marriage in September, which Saturdays are left?
      Applied for housing benefit in March and nobody has decided yet
      Streetlight money we paid twice, please return it`,
    support: `
      the online form for the resident permit loops back to the start page
      The ID reader isn't found by your service portal
      PDF form can't be filled in, fields are locked
      Appointment kiosk in the lobby has a black screen
      can't sign in with my citizen account, certificate error`,
    both: `
      I disagree with the dog tax notice and want it corrected; and the payment page of the council times \
        out`,
  }),
  letters('school', {
    service: `
      Ella has a temperature and won't be in today or tomorrow
      May my son miss Friday, his cousin is getting married
      We can't pay the whole trip at once, is there help
      I'd like to talk to the form teacher about the bullying, this week
      lunch money: I paid for April twice`,
    support: `
      The homework platform says my class doesn't exist
      Smart board in room 7 doesn't react to the pen any more
      Parents' app doesn't show messages since the holidays
      pupil tablets can't get on the wireless, 28 of them`,
    both: `
      Please excuse Jonas for the 14th; and his school tablet has been showing 'device locked by \
        administrator' since yesterday`,
  }),
  letters('university', {
    service: `
      I want to change from part time to full time, what's the deadline
      My fee reminder is wrong, the scholarship covers it
      Could I have a transcript in English, sealed, sent to Utrecht
      the grade for Statistics II isn't right, I had 78 points
      Withdraw me from the exam please, medical note attached`,
    support: `
      Campus wifi throws me out every ten minutes, eduroam
      Exam software says microphone not available
      I can't upload my thesis, max size error at 3 MB
      How do I get the statistics program with the campus licence installed on a Mac
      student card isn't accepted at the copier`,
    both: `
      Please enrol me for the resit, and the lecture recordings stutter and stop on all my devices since \
        Monday`,
  }),
  letters('gym', {
    service: `
      Six weeks' notice or three months? your contract says both
      broke my leg, please pause the membership till October
      You took {m} after I had left, I want it back
      The trainer was brilliant, tell her
      Is the sauna included in the student price?`,
    support: `
      Turnstile doesn't read my wristband
      treadmill 5 stops by itself after a minute
      class booking in the app shows 'unknown error'
      my workouts no longer sync to the watch`,
    both: `
      Cancel my membership as of June please; until then, make my band open the door again, it only flashes \
        red`,
  }),
  letters('tickets', {
    service: `
      Concert was called off, when is the money coming
      Two of four tickets are for the wrong night, my mistake, can I swap
      Are there seats for wheelchair users left and a carer goes free?
      I sold mine on, put the name of the buyer on it please`,
    support: `
      Ticket pdf shows only a white page
      the queue on your site threw me out at number 12 with a token error
      QR code didn't scan at the door, gate said invalid format
      App crashes when I open my tickets, order {n}`,
    both: `
      I never got the two t-shirts of the VIP package; and my wallet ticket for next week gives 'cannot be \
        read'`,
  }),
  letters('charity', {
    service: `
      I'd like to give 20 instead of 10 a month
      Please take me off the mailing list, my husband died and letters keep coming for him
      Need my donation receipt for the tax return
      Can our class visit the shelter?`,
    support: `
      donation page: after the card details it says session expired, again and again
      Collection terminal doesn't connect to the phone
      the volunteer rota won't open on Android`,
    both: `
      My gift was taken twice this month, please return one, and I cannot log in to change it myself, \
        password mail doesn't come`,
  }),
  letters('energy', {
    service: `
      Bill of {m} for a one room flat?? somebody must have misread the meter
      We moved in on the 1st, reading 48210, please register us
      My instalment should go down, I've got a heat pump no longer
      switching to green tariff: what does it cost and from when
      You cut us off by mistake and I lost a freezer of food, I want it paid`,
    support: `
      In-home display shows --- since the power cut
      Wallbox blinks violet and doesn't charge, app says no connection
      I can't enter my reading online, it says value implausible and closes
      Meter shows 'Err 22' and no numbers
      The half-hourly graph in my account has been empty since May`,
    both: `
      Please correct the final bill for the old flat, and the smart meter in the new one is blank, how do I \
        wake it up
      I pay for two meters though there's one. Also your app has shown no data since {v}`,
  }),
  letters('telecom', {
    service: `
      Cancelled in writing in May and still a bill in July
      I was promised 5 months free by the man on the phone
      My number should come along from the old provider, on the 30th
      Technician's window was 8 to 1. Nobody. Fourth time
      Got a bill of {m} for calls to Tunisia I never made
      Is fibre coming to our street and can I sign up`,
    support: `
      Internet drops every evening around 8, DSL light blinks
      no dial tone since the switchover
      router login page not reachable, 192.168.1.1 times out
      half speed on cable, tested with LAN, 40 instead of 100
      Channel 12 pixelates, others are fine
      How do I forward calls to my mobile on this box
      Mobile data gone after the sim swap, APN?`,
    both: `
      No internet since Thursday and I want those days taken off the bill
      The wrong tariff is on my invoice and wifi upstairs keeps cutting out since you sent the new router`,
  }),
  letters('streaming', {
    service: `
      I'm paying for premium through two accounts, end one
      Free month was promised, you charged at once
      Do you have a family plan and what's the price after the offer
      Why was the series taken down, I'm paying for it`,
    support: `
      picture stutters in 4K, HD is fine
      Error 5003 on the TV app, phone works
      subtitles are a second late
      Downloads vanish after a restart
      How do I cast to the old television
      it plays ads sound only, video black`,
    both: `
      Please give me the price of the student plan back, you put me on the full one, and the app stops at 3 \
        percent loading on our set`,
  }),
  letters('property', {
    service: `
      The heating costs for last year don't add up, I'd like to see the receipts
      When do I get my deposit back, I moved out in February
      Neighbours above party every night, please do something
      Who do I give three months' notice to and in which form
      the cleaner hasn't done our staircase since Easter`,
    support: `
      Lift stuck on 4, doors don't close
      The intercom rings but the door does not release
      Laundry room app won't start machine 2
      Radiator in the bedroom stays cold, valve turns freely
      tenant portal asks me to register again every time`,
    both: `
      Entry phone has been dead for a week, and the service charges list a gardener we haven't got`,
  }),
]
